package dev.mediagen.gateway.accounts;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import java.time.Instant;
import java.util.Map;

/// Credits that are reserved for one generation.
record Hold(Kind kind, Instant since, Map<Part, Long> credits) {}
