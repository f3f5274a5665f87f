package dev.upswell.server.exchange.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page In and out, and what pages of models say of it; needs a [dev.upswell.server.exchange.Exchange] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ExchangeController.class, PushTargetAdvice.class})
public class ExchangePagesConfiguration {
}
