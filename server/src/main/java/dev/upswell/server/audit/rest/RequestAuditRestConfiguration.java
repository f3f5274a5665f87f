package dev.upswell.server.audit.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.audit.RequestAudit] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(RequestAuditResource.class)
public class RequestAuditRestConfiguration {
}
