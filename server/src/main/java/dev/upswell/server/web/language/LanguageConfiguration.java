package dev.upswell.server.web.language;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Serves the choice of a language that stands on every page.
@Configuration(proxyBeanMethods = false)
@Import(LanguageController.class)
public class LanguageConfiguration {
}
