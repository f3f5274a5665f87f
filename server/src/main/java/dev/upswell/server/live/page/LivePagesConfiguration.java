package dev.upswell.server.live.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages of sources and watch lists; they need a [dev.upswell.server.live.Live] bean, a
/// [dev.upswell.server.live.Replays] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({SourcesController.class, WatchesController.class, PlanWords.class})
public class LivePagesConfiguration {
}
