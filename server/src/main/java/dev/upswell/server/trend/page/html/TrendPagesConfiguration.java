package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.TrendPages;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the trend pages; needs a [TrendPages] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({TrendsController.class, CompareController.class, EntityController.class, RowsController.class})
public class TrendPagesConfiguration {
}
