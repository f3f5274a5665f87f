package dev.upswell.server.overview.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs beans of [dev.upswell.server.overview.Overviews] and [dev.upswell.server.overview.Briefs], and the web
/// shell.
@Configuration(proxyBeanMethods = false)
@Import({OverviewResource.class, BriefsResource.class, RegularResource.class})
public class OverviewRestConfiguration {
}
