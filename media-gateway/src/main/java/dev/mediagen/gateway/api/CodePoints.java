package dev.mediagen.gateway.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Bounds a text in code points, and keeps control characters other than tab and line ends out of it.
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CodePoints.Validator.class)
public @interface CodePoints {
    int max();

    String message() default "must have at most {max} characters, none of them a control character";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<CodePoints, String> {
        private int max;

        @Override
        public void initialize(CodePoints bound) {
            max = bound.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) return true;
            return text.codePointCount(0, text.length()) <= max
                    && text.codePoints().noneMatch(Validator::refused);
        }

        private static boolean refused(int c) {
            boolean allowed = c == '\t' || c == '\n' || c == '\r';
            boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            return Character.isISOControl(c) && !allowed || unpaired;
        }
    }
}
