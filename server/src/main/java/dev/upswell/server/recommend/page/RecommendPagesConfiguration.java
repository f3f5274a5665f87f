package dev.upswell.server.recommend.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of recommendations; needs [dev.upswell.server.recommend.Recommender], [dev.upswell.server.taste.Profiles] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(RecommendationsController.class)
public class RecommendPagesConfiguration {
}
