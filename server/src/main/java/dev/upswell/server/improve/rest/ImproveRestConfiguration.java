package dev.upswell.server.improve.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs an [dev.upswell.server.improve.Improvements] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ReviewsResource.class)
public class ImproveRestConfiguration {
}
