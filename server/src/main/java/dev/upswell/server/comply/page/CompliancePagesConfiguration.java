package dev.upswell.server.comply.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page; needs [dev.upswell.server.comply.Compliance], [dev.upswell.server.comply.Retention]
/// and [dev.upswell.server.comply.Cleaning] beans and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ComplianceController.class)
public class CompliancePagesConfiguration {
}
