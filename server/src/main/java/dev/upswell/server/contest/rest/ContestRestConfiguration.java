package dev.upswell.server.contest.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of configurations, their trials and values; need [dev.upswell.server.contest.Contest].
@Configuration(proxyBeanMethods = false)
@Import({ConfigurationsResource.class, TrialsResource.class, ValuesResource.class, RankersResource.class})
public class ContestRestConfiguration {
}
