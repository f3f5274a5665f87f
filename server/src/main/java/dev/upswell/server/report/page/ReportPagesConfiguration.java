package dev.upswell.server.report.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of reports; needs beans of [dev.upswell.server.report.Reports] and [dev.upswell.server.report.Brandings], and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ReportsController.class, BrandingController.class})
public class ReportPagesConfiguration {
}
