// The same app as ../python/main.ts, in Go: both write the same files.
package main

import (
	"os"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	functions "github.com/enclii/cdk8s-keda-functions-go/cdk8skedafunctions"
)

func main() {
	defer jsii.Close()
	app := functions.NewFunctionsApp(&functions.FunctionsAppProps{Args: jsii.Strings(os.Args[1:]...)})
	production := functions.NewEnvironment(app, jsii.String("production"), &functions.EnvironmentProps{
		Domain: jsii.String("fn.example.com"),
	})
	functions.NewKedaPlatform(production, jsii.String("keda"), &functions.KedaPlatformProps{})
	functions.NewProjectChart(production, jsii.String("shop"), &functions.ProjectChartProps{Name: jsii.String("shop")})

	functions.NewNodeFunctionChart(production, jsii.String("checkout"), &functions.FunctionProps{
		Project:  jsii.String("shop"),
		Image:    jsii.String("ghcr.io/example/checkout:1.4.2"),
		Cooldown: cdk8s.Duration_Minutes(jsii.Number(5)),
	})
	functions.NewPythonFunctionChart(production, jsii.String("report"), &functions.FunctionProps{
		Project:     jsii.String("shop"),
		Image:       jsii.String("ghcr.io/example/report:2.0.0"),
		MaxReplicas: jsii.Number(5),
		Volumes:     &map[string]functions.Volume{"/cache": functions.Volume_FromEmptyDir(nil)},
		Triggers: &[]functions.Trigger{functions.Trigger_Cron(&functions.CronTriggerProps{
			Timezone:        jsii.String("Europe/Berlin"),
			Start:           jsii.String("0 8 * * *"),
			End:             jsii.String("0 18 * * *"),
			DesiredReplicas: jsii.Number(2),
		})},
	})
	app.Synth()
}
