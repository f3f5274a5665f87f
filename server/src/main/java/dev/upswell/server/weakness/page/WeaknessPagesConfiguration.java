package dev.upswell.server.weakness.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of analyses of errors; needs an [dev.upswell.server.weakness.ErrorAnalyses] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ErrorsController.class)
public class WeaknessPagesConfiguration {
}
