package dev.upswell.server.comply.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs [dev.upswell.server.comply.Compliance], [dev.upswell.server.comply.Retention]
/// and [dev.upswell.server.comply.Cleaning] beans and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ComplianceResource.class)
public class ComplianceRestConfiguration {
}
