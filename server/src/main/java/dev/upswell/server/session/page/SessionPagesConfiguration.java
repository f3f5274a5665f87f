package dev.upswell.server.session.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of sessions; needs a [dev.upswell.server.session.Sessions] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(SessionsController.class)
public class SessionPagesConfiguration {
}
