package dev.upswell.server.live.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.live.Live] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(LiveResource.class)
public class LiveRestConfiguration {
}
