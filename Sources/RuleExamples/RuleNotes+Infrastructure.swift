// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var infrastructure: StaticString {
    #"""
    ansible-run
    = It changes many machines at once.
    + ansible-playbook site.yml
    + ansible all -m ping
    + ansible-playbook -i hosts site.yml
    - ansible-playbook --check site.yml
    - ansible --version
    - ansible-playbook -C site.yml
    apply-infrastructure
    = A change of infrastructure reaches everybody who depends on it.
    + nomad job run web.nomad
    + packer build image.pkr.hcl
    + packer build -var x=1 image.pkr.hcl
    - nomad job status web
    - packer validate image.pkr.hcl
    - echo packer build
    cdk-deploy
    = A change of infrastructure reaches everybody who depends on it.
    + cdk deploy
    + cdk deploy --all
    + npx cdk deploy WebStack
    - cdk diff
    - cdk synth
    - cdk ls
    cdk-destroy
    = What is destroyed takes its data along.
    + cdk destroy
    + cdk destroy DevStack
    + npx cdk destroy --all
    - cdk diff
    - cdk ls
    - echo cdk destroy
    change-aws
    = A change in the cloud reaches others and costs.
    + aws ec2 stop-instances --instance-ids i-1
    + aws iam create-user --user-name x
    + aws s3 mb s3://x
    - aws ec2 describe-instances
    - aws iam list-users
    - aws s3 ls
    change-azure
    = A change in the cloud reaches others and costs.
    + az vm deallocate -n x
    + az vm run-command invoke -n x
    + az vm deallocate --ids x
    - az vm list
    - az vm show -n x
    - az group list
    change-cloud
    = A change in the cloud reaches others and costs.
    + heroku config:set A=1
    + heroku run -a x ls
    + vercel env add A
    - heroku logs
    - vercel ls
    - heroku apps
    change-containers
    = On another host the same commands start, stop and delete what others run.
    + docker context create x --docker host=ssh://u@h
    + docker context create y --docker host=tcp://h:2376
    + docker context update x --docker host=ssh://u@h
    - docker context ls
    - docker context show
    - docker ps
    change-gcloud
    = A change in the cloud reaches others and costs.
    + gcloud compute instances create x
    + gcloud container clusters resize x
    + gcloud sql instances restart x
    - gcloud compute instances list
    - gcloud container clusters list
    - gcloud config list
    change-git-host
    = Settings of a repository say who may read it and what is checked.
    + gh repo edit --visibility public
    + gh repo archive o/r
    + gh workflow disable ci
    - gh repo view
    - gh workflow list
    - gh pr list
    change-secret-store
    = Programs that use the secret stop, or trust another's.
    + vault kv put secret/app a=b
    + aws secretsmanager put-secret-value --secret-id x
    + gh secret set TOKEN
    - vault kv list secret/
    - aws secretsmanager list-secrets
    - gh secret list
    clear-data-store
    = Every key, message or document is gone.
    + redis-cli FLUSHALL
    + mongorestore --drop dump
    + etcdctl del /x
    - redis-cli GET x
    - mongodump -o dump
    - etcdctl get /x
    cloudformation-deploy
    = A stack's change replaces or deletes its resources.
    + aws cloudformation deploy --stack-name x --template-file t.yml
    + aws cloudformation create-stack --stack-name x
    + aws cloudformation update-stack --stack-name x
    - aws cloudformation describe-stacks
    - aws cloudformation validate-template --template-body x
    - aws cloudformation list-stacks
    create-cluster
    = A cluster costs, and is open until it is closed.
    + eksctl create cluster
    + eksctl create cluster -f c.yml
    + eksctl create nodegroup --cluster x
    - eksctl get cluster
    - eksctl version
    - echo eksctl create cluster
    delete-bucket
    = Stored objects have no other copy unless somebody made one.
    + aws s3 rb s3://x --force
    + gsutil rm -r gs://x
    + rclone purge remote:x
    - aws s3 ls s3://x
    - gsutil ls gs://x
    - rclone ls remote:x
    delete-cluster
    = Everything that runs in the cluster is gone.
    + eksctl delete cluster x
    + eksctl delete nodegroup --cluster x
    + eksctl delete cluster --profile dev x
    - eksctl get cluster
    - eksctl version
    - echo eksctl delete cluster
    delete-containers
    = Containers and images of other projects go too.
    + docker system prune
    + docker image prune -a
    + docker network prune
    - docker ps -a
    - docker rm web
    - docker image ls
    delete-in-aws
    = What is deleted in the cloud is gone, with its data.
    + aws ec2 terminate-instances --instance-ids i-1
    + aws rds delete-db-instance --db-instance-identifier x
    + aws --profile dev dynamodb delete-table --table-name x
    - aws ec2 describe-instances
    - aws rds describe-db-instances
    - aws dynamodb list-tables
    delete-in-azure
    = What is deleted in the cloud is gone, with its data.
    + az group delete -n x
    + az vm delete -n x
    + az aks delete -n x -g rg-dev
    - az group list
    - az vm list
    - az aks show -n x
    delete-in-cloud
    = What is deleted in the cloud is gone, with its data.
    + doctl compute droplet delete x
    + hcloud server delete x
    + linode-cli linodes delete 1
    - doctl compute droplet list
    - hcloud server list
    - echo hcloud server delete x
    delete-in-gcloud
    = What is deleted in the cloud is gone, with its data.
    + gcloud compute instances delete x
    + gcloud projects delete x
    + gcloud sql instances delete x --project=my-dev
    - gcloud compute instances list
    - gcloud projects list
    - gcloud sql instances list
    delete-on-git-host
    = A repository or release that others use is gone.
    + gh repo delete o/r
    + gh release delete v1
    + gh api -X DELETE repos/o/r
    - gh repo view o/r
    - gh release list
    - gh api repos/o/r
    delete-on-platform
    = The application is gone for its users.
    + heroku apps:destroy x
    + railway down
    + wrangler delete
    - heroku apps
    - wrangler tail
    - railway status
    delete-stored-secret
    = Programs that use the secret stop, and nobody may have a copy.
    + vault kv delete secret/app
    + aws secretsmanager delete-secret --secret-id x
    + gcloud secrets delete x
    - vault kv list secret/
    - aws secretsmanager list-secrets
    - gcloud secrets list
    delete-virtual-machine
    = A machine goes with what was done in it.
    + vagrant destroy
    + multipass delete dev
    + lxc delete dev
    - vagrant status
    - minikube status
    - kind get clusters
    delete-volumes
    = Volumes hold the data of databases.
    + docker volume rm data
    + docker compose down -v
    + docker volume prune
    - docker compose down
    - docker volume ls
    - docker compose stop
    deploy
    = What is deployed reaches users.
    + vercel deploy --prod
    + firebase deploy
    + serverless deploy
    - vercel ls
    - firebase projects:list
    - sam build
    deploy-to-cluster
    = What is deployed reaches users.
    + argocd app sync web
    + skaffold run
    + docker stack deploy -c x.yml web
    - argocd app get web
    - skaffold build
    - docker stack ls
    destroy-application
    = The application is gone for its users.
    + serverless remove
    + sam delete
    + vercel rm site
    - serverless info
    - sam validate
    - vercel ls
    destroy-by-server
    = A tool of a server deletes elsewhere what git cannot bring back.
    + mcp__crm__delete_customers {"ids":[1,2]}
    + mcp__queue__purge {"queue":"mail"}
    + mcp__storage__wipe-bucket {"environment":"dev","bucket":"a"}
    - mcp__crm__get_deleted_customers {}
    - mcp__memory__delete_entities {"entityNames":["x"]}
    - mcp__filesystem__delete_file {"path":"src/a.txt"}
    destroy-by-server-in-production
    = In production nobody can take it back.
    + mcp__crm-prod__delete_customers {"ids":[1,2]}
    + mcp__queue__purge {"environment":"production","queue":"mail"}
    + mcp__storage__wipe-bucket {"namespace":"prod-eu","bucket":"a"}
    ~ mcp__queue__purge {"environment":"staging","queue":"mail"}
    - mcp__crm-prod__list_customers {}
    - mcp__queue__count {"environment":"production","queue":"mail"}
    destroy-infrastructure
    = What is destroyed takes its data along.
    + nomad job stop web
    + consul kv delete app/x
    + consul delete x
    - nomad job status web
    - consul members
    - echo nomad job stop web
    drop-database
    = A dropped database is gone with every table.
    + dropdb app
    + mysqladmin drop app
    + dropdb app_dev
    - createdb app
    - psql -l
    - echo dropdb app
    helm-install
    = What runs in the cluster changes for everybody.
    + helm install web ./chart
    + helm upgrade web ./chart
    + helm rollback web 1
    - helm template ./chart
    - helm list
    - helm lint ./chart
    helm-uninstall
    = The release goes with what it made.
    + helm uninstall web
    + helm delete web -n staging
    + argocd app delete web
    - helm list
    - helm status web
    - helm history web
    kubectl-apply
    = What runs in the cluster changes for everybody.
    + kubectl apply -f k8s.yml
    + kubectl edit deploy/web
    + kubectl patch deploy web -p '{}'
    - kubectl apply --dry-run=client -f k8s.yml
    - kubectl diff -f k8s.yml
    - kubectl get pods
    kubectl-delete
    = What is deleted is an outage, with volumes a loss.
    + kubectl delete pod web-1
    + kubectl delete ns app
    + kubectl delete -n dev deploy/web
    - kubectl delete --dry-run=client pod web-1
    - kubectl get ns
    - echo kubectl delete ns app
    kubectl-drain
    = Everything that runs on the node is stopped.
    + kubectl drain n1
    + kubectl drain n1 --ignore-daemonsets
    + kubectl --context dev drain n1
    - kubectl get nodes
    - kubectl describe node n1
    - echo kubectl drain n1
    kubectl-node
    = A node that takes no work moves it to others.
    + kubectl cordon n1
    + kubectl taint nodes n1 k=v:NoSchedule
    + kubectl uncordon n1
    - kubectl get nodes
    - kubectl describe node n1
    - kubectl top nodes
    kubectl-run
    = It starts a program inside the cluster, with what the cluster can reach.
    + kubectl run x --image=alpine
    + kubectl debug web-1
    + kubectl run -it x --image=alpine
    - kubectl logs web-1
    - kubectl get pods
    - kubectl describe pod web-1
    kubectl-scale
    = Too few copies are an outage, a restart cuts connections.
    + kubectl scale deploy/web --replicas=0
    + kubectl rollout restart deploy/web
    + kubectl rollout undo deploy/web
    - kubectl rollout status deploy/web
    - kubectl rollout history deploy/web
    - kubectl get deploy
    publish
    = A published version cannot be taken back.
    + gem push x.gem
    + vsce publish
    + deno publish
    - gem build x.gemspec
    - vsce package
    - gem list
    publish-crate
    = A published version cannot be taken back.
    + cargo publish
    + cargo yank --version 1.0.0 x
    + cargo owner --add x
    - cargo publish --dry-run
    - cargo package
    - cargo build
    publish-jvm
    = A published version cannot be taken back.
    + mvn deploy
    + gradle publish
    + sbt publish
    - mvn install
    - gradle build
    - sbt compile
    publish-npm
    = A published version cannot be taken back.
    + npm publish
    + pnpm publish --access public
    + yarn publish
    - npm publish --dry-run
    - npm pack
    - npm version patch
    publish-python
    = A published version cannot be taken back.
    + twine upload dist/x.whl
    + poetry publish
    + uv publish
    - twine check dist/x.whl
    - poetry build
    - uv build
    pulumi-destroy
    = What is destroyed takes its data along.
    + pulumi destroy
    + pulumi destroy --stack dev
    + pulumi stack rm old
    - pulumi preview
    - pulumi stack ls
    - echo pulumi destroy
    pulumi-up
    = A change of infrastructure reaches everybody who depends on it.
    + pulumi up
    + pulumi up --yes
    + pulumi refresh
    - pulumi preview
    - pulumi stack ls
    - pulumi version
    reset-schema
    = The database is dropped and made anew, without its rows.
    + rails db:drop
    + prisma migrate reset
    + RAILS_ENV=development rails db:reset
    - rails db:migrate
    - prisma migrate status
    - rails routes
    run-workflow
    = A workflow runs elsewhere with rights of its own.
    + gh workflow run deploy.yml
    + gh workflow run ci --ref main
    + gh workflow run 1
    - gh workflow list
    - gh run list
    - gh run watch 1
    sql-destroy
    = Tables or all their rows are gone when the statement ends.
    + psql -c 'DROP TABLE users'
    + mysql -e 'TRUNCATE orders'
    + sqlite3 x.db 'DELETE FROM users'
    - psql -c 'SELECT * FROM users'
    - psql -c 'DELETE FROM users WHERE id = 1'
    - echo 'DROP TABLE users'
    terraform-apply
    = A change of infrastructure reaches everybody who depends on it.
    + terraform apply
    + tofu apply -auto-approve
    + terragrunt run-all apply
    - terraform plan
    - terraform validate
    - terraform fmt -check
    terraform-change-state
    = What the state says decides what the next apply makes and destroys.
    + terraform import aws_x.y z
    + terraform taint aws_x.y
    + terraform force-unlock 123
    - terraform state list
    - terraform show
    - terraform init
    terraform-destroy
    = What is destroyed takes its data along.
    + terraform destroy
    + terraform apply -destroy
    + terraform -chdir=infra/dev destroy
    - terraform plan -destroy
    - terraform plan
    - echo terraform destroy
    terraform-forget
    = What the state forgets stays, costs, and is made a second time.
    + terraform state rm aws_x.y
    + terraform workspace delete old
    + terraform state push x.json
    - terraform state list
    - terraform workspace list
    - terraform workspace select dev
    unpublish
    = Everybody whose build names the version fails.
    + npm unpublish x@1.0.0
    + npm unpublish --force x
    + npm unpublish
    - npm view x
    - npm view x versions
    - echo npm unpublish
    """#
  }
}
