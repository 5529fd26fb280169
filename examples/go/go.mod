module example

go 1.25

require (
	github.com/aws/jsii-runtime-go v1.140.0
	github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2 v2.70.106
	github.com/enclii/cdk8s-keda-functions-go/cdk8skedafunctions v0.1.0
)

replace github.com/enclii/cdk8s-keda-functions-go/cdk8skedafunctions => ../../packages/go/cdk8skedafunctions
