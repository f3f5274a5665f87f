package dev.upswell.server.commerce.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of ads and shops; needs a [dev.upswell.server.commerce.CommerceFacts] bean, an `InstantSource` and
/// the web shell.
@Configuration(proxyBeanMethods = false)
@Import(CommerceController.class)
public class CommercePagesConfiguration {
}
