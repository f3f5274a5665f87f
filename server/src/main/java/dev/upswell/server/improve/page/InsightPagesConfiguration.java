package dev.upswell.server.improve.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages on what models rest on; needs an [InsightPages] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(InsightController.class)
public class InsightPagesConfiguration {
}
