package dev.upswell.server.live.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of sources; needs a [dev.upswell.server.live.Live] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(SourcesController.class)
public class LivePagesConfiguration {
}
