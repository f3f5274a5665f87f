package dev.upswell.server.pulse.page;

import dev.upswell.server.pulse.Pulses;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The stream of this slice; needs a [Pulses] bean, which is the server's and no tenant's, and the door.
@Configuration(proxyBeanMethods = false)
public class PulsePagesConfiguration {

    /// The server's: streams outlast requests, and count for all tenants together.
    @Bean
    LiveController liveController(Pulses pulses) {
        return new LiveController(pulses);
    }

    /// Ends the streams before a server that stops waits for what it is answering: they would keep it for as long as it is patient.
    @Bean
    SmartLifecycle endOfStreams(Pulses pulses) {
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                pulses.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
