package dev.upswell.server.across.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of patterns beyond one search; need what their controllers are made of, and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({AcrossController.class, LevelsController.class, IndustriesController.class})
public class AcrossPagesConfiguration {
}
