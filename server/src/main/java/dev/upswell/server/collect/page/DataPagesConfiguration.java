package dev.upswell.server.collect.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the first-visit and data pages; needs [DataPages] and [FileIntake] beans and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({DataController.class, IntakeController.class, MappingController.class, KeptMappingController.class})
public class DataPagesConfiguration {
}
