package dev.upswell.server.reach.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page on videos' reach; needs beans of [dev.upswell.server.reach.VideoReach] and [dev.upswell.server.fyp.VideoScores], and
/// the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ReachController.class)
public class ReachPagesConfiguration {
}
