package dev.upswell.server.integrate.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.integrate.Connections] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ConnectionsResource.class)
public class IntegrateRestConfiguration {
}
