package dev.upswell.server.access.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of access; needs beans of [dev.upswell.server.access.Roster], [dev.upswell.server.access.Tokens] and
/// [dev.upswell.server.access.Admission], and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({AccessController.class, PeopleController.class})
public class AccessPagesConfiguration {
}
