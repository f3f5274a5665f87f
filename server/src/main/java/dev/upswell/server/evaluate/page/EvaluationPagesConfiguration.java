package dev.upswell.server.evaluate.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the evaluation pages; needs an [EvaluationPages] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(EvaluationController.class)
public class EvaluationPagesConfiguration {
}
