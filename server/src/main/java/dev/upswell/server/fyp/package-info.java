/// How videos do beside the brand's own: their scores as they were known, what moved them, and what to do next.
@NullMarked
package dev.upswell.server.fyp;

import org.jspecify.annotations.NullMarked;
