package dev.upswell.server.live.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.live.Live] bean, a [dev.upswell.server.live.Replays] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({LiveResource.class, ReplaysResource.class})
public class LiveRestConfiguration {
}
