package dev.upswell.server.access.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages of access; needs beans of [dev.upswell.server.access.Roster], [dev.upswell.server.access.Tokens],
/// [dev.upswell.server.access.Installation] and [dev.upswell.server.access.Admission], and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({AccessController.class, PeopleController.class, TenantsController.class, InvitationsController.class})
public class AccessPagesConfiguration {
}
