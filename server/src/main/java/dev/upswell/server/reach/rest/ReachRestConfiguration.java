package dev.upswell.server.reach.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.reach.VideoReach] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ReachResource.class)
public class ReachRestConfiguration {
}
