package dev.upswell.server.session.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.session.Sessions] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(SessionsResource.class)
public class SessionRestConfiguration {
}
