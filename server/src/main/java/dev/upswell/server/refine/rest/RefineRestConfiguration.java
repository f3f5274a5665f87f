package dev.upswell.server.refine.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.refine.Refinements] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(RefinementsResource.class)
public class RefineRestConfiguration {
}
