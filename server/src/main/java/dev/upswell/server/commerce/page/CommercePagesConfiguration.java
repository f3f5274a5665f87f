package dev.upswell.server.commerce.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages of ads and shops and of audiences; need a [dev.upswell.server.commerce.CommerceFacts] bean, an `InstantSource` and
/// the web shell.
@Configuration(proxyBeanMethods = false)
@Import({CommerceController.class, AudienceController.class})
public class CommercePagesConfiguration {
}
