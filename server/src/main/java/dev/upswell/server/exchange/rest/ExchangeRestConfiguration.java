package dev.upswell.server.exchange.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.exchange.Exchange] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ExchangeResource.class)
public class ExchangeRestConfiguration {
}
