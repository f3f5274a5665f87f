package dev.upswell.server.reach.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page on videos' reach; needs a [dev.upswell.server.reach.VideoReach] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ReachController.class)
public class ReachPagesConfiguration {
}
