package dev.upswell.server.weigh.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of learnt weights; needs [dev.upswell.server.weigh.Learning], [dev.upswell.server.weigh.LearningWorker] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(LearntController.class)
public class WeighPagesConfiguration {
}
