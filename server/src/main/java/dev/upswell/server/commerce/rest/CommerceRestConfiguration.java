package dev.upswell.server.commerce.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs beans [dev.upswell.server.commerce.CommerceFacts] and
/// [dev.upswell.server.commerce.Viewings], an `InstantSource` and the web
/// shell.
@Configuration(proxyBeanMethods = false)
@Import(CommerceResource.class)
public class CommerceRestConfiguration {
}
