package dev.upswell.server.ask.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of questions; needs what answers them, and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(AskController.class)
public class AskPagesConfiguration {
}
