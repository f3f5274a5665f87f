package dev.upswell.server.forecast.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the models pages; needs beans of [ModelPages] and [DriftPages] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ModelsController.class, DriftController.class})
public class ModelPagesConfiguration {
}
