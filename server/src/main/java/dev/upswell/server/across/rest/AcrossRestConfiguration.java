package dev.upswell.server.across.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of patterns beyond one search; need what these are made of.
@Configuration(proxyBeanMethods = false)
@Import({AcrossResource.class, LevelsResource.class, IndustriesResource.class})
public class AcrossRestConfiguration {
}
