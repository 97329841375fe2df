aws ecs describe-services --region us-east-1 --cluster {{ ecs_cluster }} --services {{ ecs_service }} --query 'services[0].[runningCount,desiredCount,deployments[].rolloutState,events[:10].message]'
