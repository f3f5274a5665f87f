package dev.upswell.server.access.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs beans of [dev.upswell.server.access.Roster], [dev.upswell.server.access.Tokens] and [dev.upswell.server.access.Admission], and the
/// web shell.
@Configuration(proxyBeanMethods = false)
@Import({PeopleResource.class, TokensResource.class, InvitationsResource.class})
public class AccessRestConfiguration {
}
