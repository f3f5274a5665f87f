package dev.upswell.server.quality.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the quality page; needs a [QualityPages] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(QualityController.class)
public class QualityPagesConfiguration {
}
