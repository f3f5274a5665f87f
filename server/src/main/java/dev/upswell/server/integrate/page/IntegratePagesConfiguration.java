package dev.upswell.server.integrate.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of this slice; needs a [dev.upswell.server.integrate.Connections] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ConnectionsController.class)
public class IntegratePagesConfiguration {
}
