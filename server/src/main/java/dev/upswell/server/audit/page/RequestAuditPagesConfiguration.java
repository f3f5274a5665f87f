package dev.upswell.server.audit.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of the request audit; needs a [dev.upswell.server.audit.RequestAudit] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(RequestAuditController.class)
public class RequestAuditPagesConfiguration {
}
