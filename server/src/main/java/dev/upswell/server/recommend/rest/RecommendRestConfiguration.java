package dev.upswell.server.recommend.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of recommendations; need [dev.upswell.server.recommend.Recommender].
@Configuration(proxyBeanMethods = false)
@Import(RecommendationsResource.class)
public class RecommendRestConfiguration {
}
