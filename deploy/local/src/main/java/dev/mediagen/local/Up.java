package dev.mediagen.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `deploy/local/up`: starts the stack, tells one story through it, and stays until it is asked to end.
final class Up {
    private static final int USAGE = 2;

    private Up() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), Console.ofProcess()));
    }

    private static int run(List<String> arguments, Console console) {
        try {
            Project project = Project.fromSystemProperty();
            Options options = Options.parse(arguments, project.root());
            if (options.help()) {
                console.say(Options.usage());
                return 0;
            }
            return run(options, project, console);
        } catch (UsageError e) {
            console.say("%s%n%n%s", e.getMessage(), Options.usage());
            return USAGE;
        } catch (StackError e) {
            console.say("%s", e.getMessage());
            return 1;
        } catch (IOException e) {
            console.say("Mediagen cannot run here: %s", DataDirectory.reason(e));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(Options options, Project project, Console console) throws IOException, InterruptedException {
        Environment environment = Environment.ofProcess();
        if (project.wantsTraining()) {
            new Training(project, console).run();
        }
        try (LocalStack stack = LocalStack.start(options, project, environment, console)) {
            boolean complete = !options.story() || tell(options, stack, console);
            if (options.once()) {
                return complete ? 0 : 1;
            }
            new Farewell(stack.state(), environment, console).say();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /// A story that fails is told, and does not end the stack that somebody may want to look into.
    private static boolean tell(Options options, LocalStack stack, Console console) throws InterruptedException {
        try {
            return new Story(stack.state(), stack.data(), console).tell(options.headline());
        } catch (StackError e) {
            console.say("The story failed: %s", e.getMessage());
        } catch (IOException e) {
            console.say("The story failed, the gateway did not answer: %s", DataDirectory.reason(e));
        }
        return false;
    }
}
