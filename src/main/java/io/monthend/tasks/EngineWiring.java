package io.monthend.tasks;

import java.time.Clock;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.engine.impl.cmd.ClearProcessInstanceLockTimesCmd;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.flowable.spring.boot.process.Process;
import org.flowable.spring.configurator.SingleResourceAutoDeploymentStrategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** What the process engine needs beyond its properties, where it runs at all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("flowable.process.enabled")
class EngineWiring {

  private static final int JOB_THREADS = 4;
  private static final int WAITING_JOBS = 64;

  @Bean
  EngineConfigurationConfigurer<SpringProcessEngineConfiguration> engineTablesClockAndDeployment(
      Clock clock, NewTaskNotice newTaskNotice) {
    return engine -> {
      engine.setDatabaseTablePrefix(EngineTables.SCHEMA + ".");
      engine.setTablePrefixIsSchema(true);
      engine.setClock(new EngineClock(clock));
      engine.setEventListeners(List.of(newTaskNotice));
      // A change of one process makes no new version of the others.
      engine.setDeploymentMode(SingleResourceAutoDeploymentStrategy.DEPLOYMENT_MODE);
    };
  }

  /** Bounded, and nobody else's: the engine would run its jobs on any executor it finds. */
  @Bean(defaultCandidate = false)
  @Process
  AsyncTaskExecutor processJobExecutor() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(JOB_THREADS);
    executor.setMaxPoolSize(JOB_THREADS);
    executor.setQueueCapacity(WAITING_JOBS);
    executor.setThreadNamePrefix("process-job-");
    executor.setWaitForTasksToCompleteOnShutdown(true);
    executor.setAwaitTerminationSeconds(30);
    return executor;
  }

  /**
   * A node that was killed still holds cases: its jobs it takes back by itself when it starts, but
   * not the locks on their cases, which would keep the jobs waiting until they run out.
   */
  @Bean
  SmartInitializingSingleton freeWhatThisNodeHeld(
      ObjectProvider<ManagementService> engine,
      @Value("${flowable.process.async.executor.lock-owner}") String node) {
    return () -> engine.getObject().executeCommand(new ClearProcessInstanceLockTimesCmd(node));
  }
}
