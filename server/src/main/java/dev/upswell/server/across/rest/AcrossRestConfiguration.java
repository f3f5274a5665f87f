package dev.upswell.server.across.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of patterns beyond one search; need what [AcrossResource] is made of.
@Configuration(proxyBeanMethods = false)
@Import(AcrossResource.class)
public class AcrossRestConfiguration {
}
