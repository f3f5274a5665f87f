package dev.upswell.server.text.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of what captions say; need [dev.upswell.server.text.Texts] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({TextsResource.class, NamesResource.class})
public class TextRestConfiguration {
}
