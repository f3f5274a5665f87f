package dev.upswell.server.weigh.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of learnt weights; need [dev.upswell.server.weigh.Learning], [dev.upswell.server.weigh.LearningWorker] and the web
/// shell.
@Configuration(proxyBeanMethods = false)
@Import(LearntWeightsResource.class)
public class WeighRestConfiguration {
}
