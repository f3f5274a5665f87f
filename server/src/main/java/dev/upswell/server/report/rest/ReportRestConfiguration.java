package dev.upswell.server.report.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs beans of [dev.upswell.server.report.Reports],
/// [dev.upswell.server.report.Handovers] and [dev.upswell.server.report.Brandings], and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ReportsResource.class, ReadersResource.class, BrandingResource.class})
public class ReportRestConfiguration {
}
